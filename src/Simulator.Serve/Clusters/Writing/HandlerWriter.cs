using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Probes and hooks.</summary>
internal static class HandlerWriter
{
    public static JsonObject? Write(Probe? probe)
    {
        if (probe is null) return null;
        return (probe.Details is { } asks ? Write(asks) : [])
            .Number("initialDelaySeconds", (long)probe.InitialDelay.TotalSeconds)
            .Number("timeoutSeconds", (long)probe.Timeout.TotalSeconds)
            .Number("periodSeconds", (long)probe.Period.TotalSeconds)
            .Number("successThreshold", probe.SuccessThreshold)
            .Number("failureThreshold", probe.FailureThreshold);
    }

    public static JsonObject? Write(Lifecycle? hooks) => hooks is null ? null : new JsonObject()
        .Node("postStart", hooks.PostStart is { } start ? Write(start) : null)
        .Node("preStop", hooks.PreStop is { } stop ? Write(stop) : null);

    private static JsonObject Write(ActionHandler handler) => new JsonObject()
        .Node("exec", handler.Command is { } words ? new JsonObject().Texts("command", words) : null)
        .Node("httpGet", handler.Http is { } http ? Write(http) : null)
        .Node("tcpSocket", handler.TcpPort is { } port ? new JsonObject { ["port"] = Port(port) } : null);

    private static JsonObject Write(HttpAction http) => new JsonObject
    {
        ["path"] = http.Path,
        ["port"] = Port(http.Port),
        ["scheme"] = http.Scheme,
    }.List("httpHeaders", http.HeaderNames, name => new JsonObject { ["name"] = name, ["value"] = "" });

    private static JsonNode Port(PortReference port) => Fields.Either(port.Text, port.IsName);
}
