-- equal;

SELECT users.id 
FROM users 
WHERE users.age = ?;

-- not equal;

SELECT users.id 
FROM users 
WHERE users.age != ?;

-- reflected;

SELECT users.id 
FROM users 
WHERE users.age > ?;

-- less;

SELECT users.id 
FROM users 
WHERE users.age < ?;

-- le;

SELECT users.id 
FROM users 
WHERE users.age <= ?;

-- ge;

SELECT users.id 
FROM users 
WHERE users.age >= ?;

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
WHERE users.active IS 1;

-- is not false;

SELECT users.id 
FROM users 
WHERE users.active IS NOT 0;

-- equals true;

SELECT users.id 
FROM users 
WHERE users.active = 1;

-- equals sa.true;

SELECT users.id 
FROM users 
WHERE users.active = 1;

-- not equals false;

SELECT users.id 
FROM users 
WHERE users.active != 0;

-- less than none;

error ArgumentError: Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can be used with None/True/False;

-- less than true;

error ArgumentError: Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can be used with None/True/False;

-- opposite of equal;

SELECT users.id 
FROM users 
WHERE users.age != ?;

-- opposite of less;

SELECT users.id 
FROM users 
WHERE users.age >= ?;

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
WHERE users.age BETWEEN ? AND ?;

-- not between;

SELECT users.id 
FROM users 
WHERE users.age NOT BETWEEN ? AND ?;

-- sa between;

SELECT users.id 
FROM users 
WHERE users.age BETWEEN ? AND users.id;

-- distinct from;

SELECT users.id 
FROM users 
WHERE users.age IS NOT ?;

-- not distinct from;

SELECT users.id 
FROM users 
WHERE users.age IS NULL;

-- equals subquery;

SELECT users.id 
FROM users 
WHERE users.id = (SELECT max(orders.user_id) AS max_1 
FROM orders);

-- string column number;

SELECT users.id 
FROM users 
WHERE users.name = ?;

-- number column string;

SELECT users.id 
FROM users 
WHERE users.age = ?;

-- untyped column;

SELECT users.id 
FROM users 
WHERE x = ?;

-- literal left;

SELECT users.id 
FROM users 
WHERE ? = users.name;

-- date value;

SELECT users.id 
FROM users 
WHERE users.joined > ?;

-- nested comparison;

SELECT users.id 
FROM users 
WHERE (users.age > ?) = 1;

-- null constant;

SELECT users.id 
FROM users 
WHERE users.name IS NULL;

