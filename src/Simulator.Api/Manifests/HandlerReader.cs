using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>What a probe asks or a hook does.</summary>
internal static class HandlerReader
{
    public static ActionHandler Read(FieldReader fields) => new()
    {
        Command = fields.Whole("exec")?.Read(exec => new Command(exec.Texts("command")))?.Words,
        Http = fields.Whole("httpGet")?.Read(ReadHttp),
        TcpPort = fields.Whole("tcpSocket")?.Read(socket => ReadPort(socket, "port")),
        IsNewer = fields.Peek("grpc") is not null,
    };

    /// <summary>Path and scheme where absent: / and HTTP (SetDefaults_HTTPGetAction).</summary>
    private static HttpAction ReadHttp(FieldReader fields) => new(
        fields.Text("path") is { Length: > 0 } path ? path : "/",
        ReadPort(fields, "port"),
        fields.Text("scheme") is { Length: > 0 } scheme ? scheme : "HTTP",
        [.. fields.List("httpHeaders", header => new Header(header.Text("name"))).Select(header => header.Name)]);

    /// <summary>A port that is absent is the number 0, as in Go.</summary>
    private static PortReference ReadPort(FieldReader fields, string key) =>
        fields.Optional(key) is { } port && port.TextOrInteger() is { } text
            ? new PortReference(text, port.IsText())
            : new PortReference("0", false);

    private sealed record Command(IReadOnlyList<string> Words);

    private sealed record Header(string Name);
}
