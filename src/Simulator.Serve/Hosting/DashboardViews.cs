using Simulator.Api;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Dashboard;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>
/// What the dashboard asks for at the paths of the API with an Accept of its own: pages of lists, and why a pod is where it is. Whoever may
/// not read the list or the pod does not get here.
/// </summary>
internal sealed class DashboardViews(ServedDoor door)
{
    private const string WhyType = "application/vnd.simulator.why+json";

    private readonly ListPages _pages = new(door);

    /// <summary>Null: something else is asked for. On the simulation's thread.</summary>
    public ServerAnswer? Find(ServedRun run, ServerRequest request)
    {
        if (request.Header("Accept") is not { } accept || !accept.StartsWith("application/vnd.simulator.", StringComparison.Ordinal))
        {
            return null;
        }
        return Silence.In(door.Cluster.Server.Fleet) ?? (accept == WhyType ? Why(run, request) : _pages.Find(request));
    }

    private ServerAnswer? Why(ServedRun run, ServerRequest request)
    {
        if (request.Method != "GET" || request.Path.Split('/') is not ["", "api", "v1", "namespaces", var home, "pods", var name])
        {
            return null;
        }
        if (door.View is { } cluster && run.Pods.Answer(run.View, cluster, new ObjectKey(home, name)) is { } why)
        {
            return BodyWriter.Write(200, WhyDocument.Of(why), MediaType.Json, isIndented: false);
        }
        var missing = Failures.NotFound("", "pods", name);
        return BodyWriter.Write(missing.Code, missing.Status, MediaType.Json, isIndented: false);
    }
}
