using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Discovery;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Routing;

/// <summary>Everything that is not below a version: the root, discovery, version, health, swagger.</summary>
internal sealed class RootAnswers(ServedApi api)
{
    private const string Dashboard = "/api/v1/proxy/namespaces/kube-system/services/kubernetes-dashboard";

    private readonly DiscoveryDocuments _discovery = new(api);

    private readonly Lazy<ServerAnswer> _openApi = new(() => OpenApiDocument.Answer(api.Resources, api.Api));

    public ServerAnswer Answer(Asked asked)
    {
        var path = asked.Request.Path;
        return path switch
        {
            "/healthz" or "/healthz/ping" => BodyWriter.Text(200, "ok"),
            "/version" or "/version/" => Read(asked, VersionDocument.Of(api.Version), isAlwaysIndented: true),
            "/api" or "/api/" => Read(asked, DiscoveryDocuments.Versions()),
            "/apis" or "/apis/" => Read(asked, _discovery.Groups()),
            "/ui" => Moved("/ui/"),
            "/ui/" => Redirected(),
            "/metrics" => BodyWriter.Text(200, MetricsText.Empty, "text/plain; version=0.0.4"),
            "/openapi/v2" when api.Manner != ServerManner.Recorded => _openApi.Value,
            _ when path.StartsWith("/swaggerapi", StringComparison.Ordinal) => SwaggerDocuments.Find(path) ?? Paths(404),
            "/" => Paths(200),
            _ => Paths(404),
        };
    }

    /// <summary>Group and resource lists; null: none of them.</summary>
    public ServerAnswer? Discover(Asked asked, ReadOnlySpan<string> segments) => segments switch
    {
        ["apis", var group] when _discovery.Group(group) is { } found => Read(asked, found),
        ["apis", var group, var version] when api.Serves(group, version) => Read(asked, _discovery.ResourceList(group, version)),
        ["api", var version] when api.Serves("", version) => Read(asked, _discovery.ResourceList("", version)),
        _ => null,
    };

    private static ServerAnswer Read(Asked asked, JsonObject document, bool isAlwaysIndented = false)
    {
        if (asked.Method != "GET") throw Failures.MethodNotAllowed();
        return isAlwaysIndented ? BodyWriter.Write(200, document, MediaType.Json, isIndented: true) : asked.Document(200, document);
    }

    private ServerAnswer Paths(int status)
    {
        var paths = new JsonArray([.. api.Paths.Select(path => (JsonNode)path)]);
        return BodyWriter.Write(status, new JsonObject { ["paths"] = paths }, MediaType.Json, isIndented: true);
    }

    private static ServerAnswer Moved(string path) => Located(301, path, "Moved Permanently");

    private static ServerAnswer Redirected() => Located(307, Dashboard, "Temporary Redirect");

    private static ServerAnswer Located(int status, string path, string words) =>
        BodyWriter.Text(status, $"<a href=\"{path}\">{words}</a>.\n\n", "text/html; charset=utf-8") with { Headers = [("Location", path)] };
}
