CREATE TABLE `claim_anchors` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`quote` text NOT NULL,
	`quote_start` integer NOT NULL,
	`quote_end` integer NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`ended_at` text NOT NULL,
	`ended_by_id` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_anchors_claim` ON `claim_anchors` (`claim_id`,`id`);--> statement-breakpoint
CREATE INDEX `claim_anchors_version` ON `claim_anchors` (`version_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `finding_places` (
	`finding_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	PRIMARY KEY(`finding_id`, `version_id`),
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_places_version` ON `finding_places` (`version_id`);--> statement-breakpoint
ALTER TABLE `claims` ADD `standing` text DEFAULT 'here' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_lost` ON `claims` (`article_id`,`id`) WHERE standing = 'lost';