ALTER TABLE `claimants` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `claimants` ADD `same_as` text;