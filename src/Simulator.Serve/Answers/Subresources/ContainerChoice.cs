using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>Which container of a pod is meant.</summary>
internal static class ContainerChoice
{
    public static string Of(JsonObject pod, string asked)
    {
        var name = pod["metadata"].Text("name");
        var names = pod["spec"]?["containers"].Objects().Select(container => container.Text("name")).ToList() ?? [];
        if (asked.Length > 0)
            return names.Contains(asked) ? asked : throw Failures.BadRequest($"container {asked} is not valid for pod {name}");
        if (names.Count == 1) return names[0];
        throw Failures.BadRequest(
            $"a container name must be specified for pod {name}, choose one of: [{string.Join(' ', names)}]");
    }
}
