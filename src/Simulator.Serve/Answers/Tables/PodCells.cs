using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Cells of pods (printPodBase in pkg/kubectl/resource_printer.go of 1.3.10, without init containers).</summary>
internal static class PodCells
{
    public static string Ready(JsonObject pod)
    {
        var ready = Statuses(pod).Count(status => status["ready"].IsTrue() && status["state"]?["running"] is not null);
        return $"{ready}/{pod["spec"]?["containers"].Objects().Count() ?? 0}";
    }

    public static string Status(JsonObject pod)
    {
        if (pod["metadata"]?["deletionTimestamp"] is not null) return "Terminating";
        var reason = pod["status"].Text("reason") is { Length: > 0 } said ? said : pod["status"].Text("phase");
        foreach (var status in Statuses(pod).Reverse()) reason = Reason(status) ?? reason;
        return reason;
    }

    public static long Restarts(JsonObject pod) => Statuses(pod).Sum(status => status["restartCount"].AsNumber() ?? 0);

    /// <summary>Null: the container runs, or says nothing.</summary>
    private static string? Reason(JsonObject status)
    {
        if (status["state"]?["waiting"].Text("reason") is { Length: > 0 } waits) return waits;
        if (status["state"]?["terminated"] is not JsonObject ended) return null;
        if (ended.Text("reason") is { Length: > 0 } why) return why;
        return ended["signal"].AsNumber() is { } signal and not 0 ? $"Signal:{signal}" : $"ExitCode:{ended["exitCode"].AsNumber() ?? 0}";
    }

    private static IEnumerable<JsonObject> Statuses(JsonObject pod) => pod["status"]?["containerStatuses"].Objects() ?? [];
}
