CREATE TABLE `claim_tallies` (
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`priority` integer NOT NULL,
	`rating_id` integer NOT NULL,
	`assignee_id` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`state`, `kind`, `priority`, `rating_id`, `assignee_id`)
);
--> statement-breakpoint
CREATE TABLE `claim_value_tallies` (
	`facet` text NOT NULL,
	`value` integer NOT NULL,
	`state` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`facet`, `value`, `state`)
);
--> statement-breakpoint
CREATE INDEX `claim_value_tallies_most` ON `claim_value_tallies` (`facet`,`state`,`n`,`value`);