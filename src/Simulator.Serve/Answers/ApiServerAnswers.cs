using Simulator.ControlPlane.Versions;
using Simulator.Serve.Access;
using Simulator.Serve.Answers.Changing;
using Simulator.Serve.Answers.Discovery;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Reviews;
using Simulator.Serve.Answers.Routing;
using Simulator.Serve.Answers.Subresources;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers;

/// <summary>The API server of a version over a store: a request in, an answer out, on the simulation's thread.</summary>
/// <param name="manner">To the letter, or with what newer kubectls need.</param>
/// <param name="clock">What the clocks of the cluster show: it stands in objects, and in the ages of tables while watches go on.</param>
/// <param name="streams">What is behind the kubelets; null: containers that say nothing.</param>
/// <param name="runtimeConfig">As the flag of 1.3.10; empty: only what is served by default.</param>
/// <param name="version">Of the cluster; null: 1.3.10.</param>
public sealed class ApiServerAnswers(
    IDocumentStore store, INameSource names, ServerManner manner, Func<DateTimeOffset> clock, IContainerStreams? streams = null,
    string runtimeConfig = "", KubernetesVersion? version = null)
{
    private readonly ServedApi _api = new(manner, store, version, EnabledVersions.Of(runtimeConfig));
    private readonly RootAnswers _root = new(new ServedApi(manner, store, version, EnabledVersions.Of(runtimeConfig)));
    private readonly ObjectAnswers _objects = new(store, names, streams ?? new SilentContainers(), manner, version);

    /// <summary>What writes would do; 1.3.10 does not know the wish and really writes.</summary>
    private readonly ObjectAnswers _dry = new(new DryDocuments(store), names, streams ?? new SilentContainers(), manner, version);

    /// <param name="rights">Who may do what, for questions about it; null: nobody has said.</param>
    public ServerAnswer Answer(ServerRequest request, IRights? rights = null)
    {
        var asked = new Asked(request, clock, manner) { Rights = rights ?? new AccessGate([], [new AlwaysAllow()]) };
        try
        {
            return Route(asked);
        }
        catch (ApiException refused)
        {
            return Refusal(asked, refused);
        }
    }

    private ServerAnswer Route(Asked asked)
    {
        var path = asked.Request.Path;
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        if (segments is not (["api" or "apis", _, ..])) return _root.Answer(asked);
        if (_root.Discover(asked, segments) is { } found) return found;
        var isCore = segments[0] == "api";
        var (group, version) = isCore ? ("", segments[1]) : (segments[1], segments.Length > 2 ? segments[2] : "");
        var rest = segments[Math.Min(isCore ? 2 : 3, segments.Length)..];
        var target = TargetParser.Parse(_api.Of(group, version), rest, path.EndsWith('/')) ?? throw Failures.NoSuchPath();
        if (ReviewAnswers.Has(target)) return ReviewAnswers.Answer(asked, target, _api.Resources);
        var isDry = manner != ServerManner.Recorded && asked.Method != "GET" && asked.Query["dryRun"] == "All";
        return (isDry ? _dry : _objects).Answer(asked, target);
    }

    /// <summary>Who takes no type that there is gets JSON, without the kind of the document where that is what is wrong.</summary>
    private static ServerAnswer Refusal(Asked asked, ApiException refused)
    {
        var status = refused.Status;
        if (asked.Accepted is { } type && refused.Code != 406) return BodyWriter.Write(refused.Code, status, type, asked.IsIndented);
        if (refused.Code == 406)
        {
            status.Remove("kind");
            status.Remove("apiVersion");
        }

        return BodyWriter.Write(refused.Code, status, MediaType.Json, asked.IsIndented);
    }
}
