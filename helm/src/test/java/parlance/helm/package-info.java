/** The chart, linted, rendered with every profile, and looked at. No cluster is needed. */
package parlance.helm;
