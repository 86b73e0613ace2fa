/** What operators rely on: dashboards, alerts, logs, traces. */
@NullMarked
package parlance.e2e.operate;

import org.jspecify.annotations.NullMarked;
