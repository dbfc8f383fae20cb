using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Subresources.Spdy;
using Simulator.Serve.Answers.Watching;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>Containers without a shell and without a word, as the hollow nodes of kubemark have them.</summary>
public sealed class SilentContainers : IContainerStreams
{
    /// <summary>Of what both sides know the first counts (kubelet/server/remotecommand and portforward of 1.3.10).</summary>
    private static readonly string[] Protocols = ["v2.channel.k8s.io", "channel.k8s.io"];

    public ServerAnswer Log(JsonObject pod, string container, LogOptions options) => BodyWriter.Text(200, "", "text/plain");

    public ServerAnswer Connect(string kind, JsonObject pod, string container, ServerRequest request)
    {
        if (WebSockets.IsAsked(request)) return WebSockets.Silent(request);
        var offered = request.Headers.Where(header => header.Name.Equals("X-Stream-Protocol-Version", StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value).ToList();
        var known = kind == "portforward" ? ["portforward.k8s.io"] : Protocols;
        var chosen = offered.Find(protocol => known.Contains(protocol));
        List<(string Name, string Value)> headers = [("Connection", "Upgrade"), ("Upgrade", "SPDY/3.1")];
        if (chosen is not null) headers.Add(("X-Stream-Protocol-Version", chosen));
        return new ServerAnswer { Status = 101, Headers = headers, Upgraded = SilentSession.Run };
    }

    public ServerAnswer? Proxy(string resource, JsonObject target, string path, ServerRequest request) => (resource, path) switch
    {
        ("nodes", "/healthz") => BodyWriter.Text(200, "ok"),
        ("nodes", "/stats/summary") => BodyWriter.Text(500, "Internal Error: Missing stats for root container"),
        ("nodes", _) => BodyWriter.Text(404, "404 page not found\n"),
        _ => null,
    };
}
