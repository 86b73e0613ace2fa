package parlance.e2e.reliability;

import java.time.Duration;

/**
 * A row of the table.
 *
 * @param fault its name
 * @param acked messages of the run
 * @param received deliveries of the run
 * @param reconnects how often a device had to connect again
 * @param reconnectsWithoutResume how often one that does not resume had to
 * @param recovery from the repair until every device had a message acked that was under way then or
 *     sent later
 */
record FaultResult(
        String fault,
        int acked,
        int received,
        int reconnects,
        int reconnectsWithoutResume,
        Damage damage,
        Duration recovery) {}
