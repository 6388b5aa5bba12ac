-- equal;

SELECT users.id 
FROM users 
WHERE users.age = %s;

-- not equal;

SELECT users.id 
FROM users 
WHERE users.age != %s;

-- reflected;

SELECT users.id 
FROM users 
WHERE users.age > %s;

-- less;

SELECT users.id 
FROM users 
WHERE users.age < %s;

-- le;

SELECT users.id 
FROM users 
WHERE users.age <= %s;

-- ge;

SELECT users.id 
FROM users 
WHERE users.age >= %s;

-- none;

SELECT users.id 
FROM users 
WHERE users.name IS NULL;

-- not none;

SELECT users.id 
FROM users 
WHERE users.name IS NOT NULL;

-- is none;

SELECT users.id 
FROM users 
WHERE users.name IS NULL;

-- is not none;

SELECT users.id 
FROM users 
WHERE users.name IS NOT NULL;

-- isnot old name;

SELECT users.id 
FROM users 
WHERE users.name IS NOT NULL;

-- is true;

SELECT users.id 
FROM users 
WHERE users.active IS true;

-- is not false;

SELECT users.id 
FROM users 
WHERE users.active IS NOT false;

-- equals true;

SELECT users.id 
FROM users 
WHERE users.active = true;

-- equals sa.true;

SELECT users.id 
FROM users 
WHERE users.active = true;

-- not equals false;

SELECT users.id 
FROM users 
WHERE users.active != false;

-- less than none;

error ArgumentError: Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can be used with None/True/False;

-- less than true;

error ArgumentError: Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can be used with None/True/False;

-- opposite of equal;

SELECT users.id 
FROM users 
WHERE users.age != %s;

-- opposite of less;

SELECT users.id 
FROM users 
WHERE users.age >= %s;

-- opposite of is none;

SELECT users.id 
FROM users 
WHERE users.name IS NOT NULL;

-- opposite of null;

SELECT users.id 
FROM users 
WHERE NOT NULL;

-- column to column;

SELECT users.id 
FROM users, orders 
WHERE users.id = orders.user_id;

-- between;

SELECT users.id 
FROM users 
WHERE users.age BETWEEN %s AND %s;

-- not between;

SELECT users.id 
FROM users 
WHERE users.age NOT BETWEEN %s AND %s;

-- sa between;

SELECT users.id 
FROM users 
WHERE users.age BETWEEN %s AND users.id;

-- distinct from;

SELECT users.id 
FROM users 
WHERE NOT (users.age <=> %s);

-- not distinct from;

SELECT users.id 
FROM users 
WHERE users.age <=> NULL;

-- equals subquery;

SELECT users.id 
FROM users 
WHERE users.id = (SELECT max(orders.user_id) AS max_1 
FROM orders);

-- string column number;

SELECT users.id 
FROM users 
WHERE users.name = %s;

-- number column string;

SELECT users.id 
FROM users 
WHERE users.age = %s;

-- untyped column;

SELECT users.id 
FROM users 
WHERE x = %s;

-- literal left;

SELECT users.id 
FROM users 
WHERE %s = users.name;

-- date value;

SELECT users.id 
FROM users 
WHERE users.joined > %s;

-- nested comparison;

SELECT users.id 
FROM users 
WHERE (users.age > %s) = true;

-- null constant;

SELECT users.id 
FROM users 
WHERE users.name IS NULL;

