/** The commands of {@code ./parlance}: each says in words what {@code Suite} does. */
@NullMarked
package parlance.local.launcher.command;

import org.jspecify.annotations.NullMarked;
