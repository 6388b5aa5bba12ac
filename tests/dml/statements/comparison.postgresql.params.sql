-- equal;

SELECT users.id 
FROM users 
WHERE users.age = %(age_1)s;

-- not equal;

SELECT users.id 
FROM users 
WHERE users.age != %(age_1)s;

-- reflected;

SELECT users.id 
FROM users 
WHERE users.age > %(age_1)s;

-- less;

SELECT users.id 
FROM users 
WHERE users.age < %(age_1)s;

-- le;

SELECT users.id 
FROM users 
WHERE users.age <= %(age_1)s;

-- ge;

SELECT users.id 
FROM users 
WHERE users.age >= %(age_1)s;

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
WHERE users.age != %(age_1)s;

-- opposite of less;

SELECT users.id 
FROM users 
WHERE users.age >= %(age_1)s;

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
WHERE users.age BETWEEN %(age_1)s AND %(age_2)s;

-- not between;

SELECT users.id 
FROM users 
WHERE users.age NOT BETWEEN %(age_1)s AND %(age_2)s;

-- sa between;

SELECT users.id 
FROM users 
WHERE users.age BETWEEN %(age_1)s AND users.id;

-- distinct from;

SELECT users.id 
FROM users 
WHERE users.age IS DISTINCT FROM %(age_1)s;

-- not distinct from;

SELECT users.id 
FROM users 
WHERE users.age IS NOT DISTINCT FROM NULL;

-- equals subquery;

SELECT users.id 
FROM users 
WHERE users.id = (SELECT max(orders.user_id) AS max_1 
FROM orders);

-- string column number;

SELECT users.id 
FROM users 
WHERE users.name = %(name_1)s;

-- number column string;

SELECT users.id 
FROM users 
WHERE users.age = %(age_1)s;

-- untyped column;

SELECT users.id 
FROM users 
WHERE x = %(x_1)s;

-- literal left;

SELECT users.id 
FROM users 
WHERE %(param_1)s = users.name;

-- date value;

SELECT users.id 
FROM users 
WHERE users.joined > %(joined_1)s;

-- nested comparison;

SELECT users.id 
FROM users 
WHERE (users.age > %(age_1)s) = true;

-- null constant;

SELECT users.id 
FROM users 
WHERE users.name IS NULL;

