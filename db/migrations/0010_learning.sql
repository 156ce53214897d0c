CREATE TABLE `learning` (
	`id` integer PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`switched_at` text,
	`reset_after` integer DEFAULT 0 NOT NULL,
	`reset_at` text,
	CONSTRAINT "learning_one" CHECK(id = 1)
);
