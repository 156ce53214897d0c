CREATE TABLE `findings` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`proposed` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`claim_id` integer,
	`sentence_id` integer,
	`decided_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`taken_back_at` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "findings_decision" CHECK((decision = 'accepted') = (claim_id is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_standing` ON `findings` (`version_id`,`start`,`end`) WHERE taken_back_at is null;--> statement-breakpoint
CREATE INDEX `findings_article` ON `findings` (`article_id`,`id`);--> statement-breakpoint
CREATE INDEX `findings_claim` ON `findings` (`claim_id`);