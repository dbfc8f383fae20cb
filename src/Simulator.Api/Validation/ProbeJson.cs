using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>Probes and hooks as messages repeat them (field order of pkg/api/types.go of 1.3.10).</summary>
internal static class ProbeJson
{
    public static string Of(Lifecycle hooks) => JsonText.Map(
        ("postStart", hooks.PostStart is { } after ? JsonText.Map(Fields(after)) : ""),
        ("preStop", hooks.PreStop is { } before ? JsonText.Map(Fields(before)) : ""));

    public static string Of(Probe probe) => JsonText.Map(
    [
        .. probe.Details is { } handler ? Fields(handler) : [],
        ("initialDelaySeconds", Seconds(probe.InitialDelay)),
        ("timeoutSeconds", Seconds(probe.Timeout)),
        ("periodSeconds", Seconds(probe.Period)),
        ("successThreshold", JsonText.Of(probe.SuccessThreshold)),
        ("failureThreshold", JsonText.Of(probe.FailureThreshold)),
    ]);

    private static (string Key, string Json)[] Fields(ActionHandler handler) =>
    [
        ("exec", handler.Command is { } command ? JsonText.Map(("command", command.Count == 0 ? "" : JsonText.Of(command))) : ""),
        ("httpGet", handler.Http is { } http
            ? JsonText.Map(("path", JsonText.Of(http.Path)), ("port", Of(http.Port)), ("scheme", JsonText.Of(http.Scheme)))
            : ""),
        ("tcpSocket", handler.TcpPort is { } port ? JsonText.Map(("port", Of(port))) : ""),
    ];

    private static string Of(PortReference port) => JsonText.OfEither(port.Text, port.IsName);

    private static string Seconds(TimeSpan time) => time == TimeSpan.Zero ? "" : JsonText.Of((long)time.TotalSeconds);
}
