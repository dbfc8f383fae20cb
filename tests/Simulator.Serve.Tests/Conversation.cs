using System.Text;
using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Replay;

namespace Simulator.Serve.Tests;

/// <summary>A server with two namespaces, and a client that talks to it.</summary>
internal sealed class Conversation
{
    public const string PodSpec = """{"containers":[{"name":"main","image":"nginx:1.11"}]}""";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["json"] = "application/json-patch+json",
        ["merge"] = "application/merge-patch+json",
        ["strategic"] = "application/strategic-merge-patch+json",
    };

    private readonly ApiServerAnswers _server;

    /// <param name="version">Of the server; null: 1.3.10.</param>
    public Conversation(ServerManner manner = ServerManner.Recorded, string? version = null)
    {
        var of = version is null ? null : KubernetesVersions.Find(version);
        _server = new ApiServerAnswers(Store, new CountedNames(), manner, () => Now, version: of);
        foreach (var home in (string[])["default", "prod"]) Post("/api/v1/namespaces", $$"""{"metadata":{"name":"{{home}}"} }""");
    }

    public DateTimeOffset Now { get; set; } = new(2016, 9, 7, 13, 0, 0, TimeSpan.Zero);

    public MemoryDocuments Store { get; } = new();

    public ServerAnswer Send(string method, string url, string? body = null, params (string Name, string Value)[] headers) =>
        SendBytes(method, url, Encoding.UTF8.GetBytes(body ?? ""), headers);

    public ServerAnswer SendBytes(string method, string url, byte[] body, params (string Name, string Value)[] headers)
    {
        var parts = url.Split('?', 2);
        return _server.Answer(new ServerRequest
        {
            Method = method,
            Path = Uri.UnescapeDataString(parts[0]),
            Query = parts.Length > 1 ? parts[1] : "",
            Headers = headers,
            Body = body,
        });
    }

    public JsonNode Get(string url) => Json(Send("GET", url));

    public JsonNode Post(string url, string body) => Json(Send("POST", url, body));

    public JsonNode Put(string url, string body) => Json(Send("PUT", url, body));

    public JsonNode Delete(string url, string? body = null) => Json(Send("DELETE", url, body));

    /// <param name="kind"><c>json</c>, <c>merge</c> or <c>strategic</c>.</param>
    public JsonNode Patch(string kind, string url, string body) => Json(Send("PATCH", url, body, ("Content-Type", Types[kind])));

    /// <summary>A pod in the namespace default.</summary>
    public JsonNode AddPod(string name, string spec = PodSpec, string labels = "{}") =>
        Post("/api/v1/namespaces/default/pods", $$"""{"metadata":{"name":"{{name}}","labels":{{labels}} },"spec":{{spec}} }""");

    public static JsonNode Json(ServerAnswer answer) => JsonNode.Parse(answer.Body.Span)!;

    public static string Text(ServerAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
