CREATE TABLE `error_reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer,
	`article_id` integer,
	`what` text NOT NULL,
	`link` text,
	`email` text,
	`salt` text NOT NULL,
	`created_at` text NOT NULL,
	`outcome` text,
	`reason` text,
	`answered_at` text,
	`answered_by_id` integer,
	`erased_at` text,
	`erased_by_id` integer,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`erased_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "error_reports_outcome" CHECK(outcome is null or outcome in ('answered', 'dismissed')),
	CONSTRAINT "error_reports_answer" CHECK((outcome is null) = (reason is null))
);
--> statement-breakpoint
CREATE INDEX `error_reports_open` ON `error_reports` (`id`) WHERE outcome is null;--> statement-breakpoint
CREATE INDEX `error_reports_claim` ON `error_reports` (`claim_id`,`id`);--> statement-breakpoint
CREATE TABLE `site_pages` (
	`id` integer PRIMARY KEY NOT NULL,
	`page` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by_id` integer NOT NULL,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "site_pages_page" CHECK(page in ('method', 'corrections', 'about', 'contact'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `site_pages_number` ON `site_pages` (`page`,`number`);--> statement-breakpoint
ALTER TABLE `settings` ADD `public_site` integer DEFAULT false NOT NULL;