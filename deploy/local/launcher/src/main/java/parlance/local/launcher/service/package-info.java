/** The packaged services: which exist, how a replica is run, and when it is ready. */
@NullMarked
package parlance.local.launcher.service;

import org.jspecify.annotations.NullMarked;
