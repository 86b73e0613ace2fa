/** The gateway's surroundings, as tests play them. */
package parlance.gateway.environment;
