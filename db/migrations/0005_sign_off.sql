ALTER TABLE `articles` ADD `signed_off_at` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `signed_off_by_id` integer REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `articles` ADD `sign_off_waiver` text;