DROP INDEX `Ix` ON s.t;

