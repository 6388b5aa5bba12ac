-- equal;

SELECT users.id 
FROM users 
WHERE users.age = 5;

-- not equal;

SELECT users.id 
FROM users 
WHERE users.age != 5;

-- reflected;

SELECT users.id 
FROM users 
WHERE users.age > 5;

-- less;

SELECT users.id 
FROM users 
WHERE users.age < 5;

-- le;

SELECT users.id 
FROM users 
WHERE users.age <= 5;

-- ge;

SELECT users.id 
FROM users 
WHERE users.age >= 5;

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
WHERE users.age != 5;

-- opposite of less;

SELECT users.id 
FROM users 
WHERE users.age >= 5;

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
WHERE users.age BETWEEN 1 AND 5;

-- not between;

SELECT users.id 
FROM users 
WHERE users.age NOT BETWEEN 1 AND 5;

-- sa between;

SELECT users.id 
FROM users 
WHERE users.age BETWEEN 1 AND users.id;

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
WHERE users.name = 5;

-- number column string;

SELECT users.id 
FROM users 
WHERE users.age = 'x';

-- untyped column;

SELECT users.id 
FROM users 
WHERE x = 'y';

-- literal left;

SELECT users.id 
FROM users 
WHERE 'a' = users.name;

-- date value;

SELECT users.id 
FROM users 
WHERE users.joined > '2020-01-02 03:04:05';

-- nested comparison;

SELECT users.id 
FROM users 
WHERE (users.age > 5) = true;

-- null constant;

SELECT users.id 
FROM users 
WHERE users.name IS NULL;

