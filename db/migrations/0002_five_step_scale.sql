INSERT INTO settings (id, newsroom, deciding) VALUES (1, 'Our newsroom', 'alone');
--> statement-breakpoint
INSERT INTO ratings (id, scale, key, label, definition, value, tone, shape, position) VALUES
  (1, 'five-step', 'true', 'True', 'The claim is accurate, and nothing that matters is missing.', 5, 'true', 'full', 1),
  (2, 'five-step', 'mostly-true', 'Mostly true', 'The claim is accurate but needs a clarification or a missing detail.', 4, 'mostly-true', 'three-quarters', 2),
  (3, 'five-step', 'half-true', 'Half true', 'The claim is partly accurate, but leaves out important details or mixes right and wrong.', 3, 'half', 'half', 3),
  (4, 'five-step', 'mostly-false', 'Mostly false', 'The claim holds a grain of truth, but facts it ignores would give a different impression.', 2, 'mostly-false', 'quarter', 4),
  (5, 'five-step', 'false', 'False', 'The claim is not accurate.', 1, 'false', 'cross', 5),
  (6, 'five-step', 'misleading', 'Misleading', 'The words may be accurate, but they are used so that a wrong conclusion follows.', NULL, 'off-axis', 'bend', 6),
  (7, 'five-step', 'missing-context', 'Missing context', 'The claim cannot be judged fairly without facts that it does not give.', NULL, 'off-axis', 'gap', 7),
  (8, 'five-step', 'unproven', 'Unproven', 'The evidence available neither confirms nor refutes the claim.', NULL, 'off-axis', 'question', 8),
  (9, 'five-step', 'satire', 'Satire', 'The claim was made as a joke or parody and is passed on as if it were meant.', NULL, 'off-axis', 'smile', 9);
