CREATE TABLE `claim_relations` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`kind` text NOT NULL,
	`other_id` integer NOT NULL,
	`added_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by_id` integer,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_relations_others" CHECK(claim_id <> other_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_relations_once` ON `claim_relations` (`claim_id`,`other_id`,`kind`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `claim_relations_other` ON `claim_relations` (`other_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `departures` (
	`verdict_id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer,
	`outside_id` integer,
	`rating_label` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`verdict_id`) REFERENCES `verdicts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outside_id`) REFERENCES `outside_checks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "departures_from_one" CHECK((claim_id is null) <> (outside_id is null))
);
--> statement-breakpoint
CREATE TABLE `outside_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`publisher` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`claim` text NOT NULL,
	`claimant` text,
	`stated_on` text,
	`checked_on` text,
	`rating_label` text NOT NULL,
	`rating_value` integer,
	`language` text NOT NULL,
	`import_id` integer,
	`added_by_id` integer,
	`created_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by_id` integer,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outside_checks_value" CHECK(rating_value is null or rating_value between 1 and 5)
);
--> statement-breakpoint
CREATE INDEX `outside_checks_url` ON `outside_checks` (`url`);--> statement-breakpoint
CREATE INDEX `outside_checks_import` ON `outside_checks` (`import_id`);