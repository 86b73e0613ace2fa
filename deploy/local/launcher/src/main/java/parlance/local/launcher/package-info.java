/**
 * Local mode: {@link parlance.local.launcher.Suite} runs the infrastructure and the packaged
 * services as processes of this machine, for the {@code ./parlance} command and for the end-to-end
 * tests alike.
 */
@NullMarked
package parlance.local.launcher;

import org.jspecify.annotations.NullMarked;
