/** Asks a service as a gateway would: command records in; answers, deliveries and events out. */
@NullMarked
package parlance.testing.commands;

import org.jspecify.annotations.NullMarked;
