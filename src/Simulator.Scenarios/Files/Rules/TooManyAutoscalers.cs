using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>More autoscalers than one client can look at between two ticks: they fall behind without end.</summary>
/// <remarks>
/// A tick adds a pass for each of them, whether or not the last one was made (Resync of pkg/client/cache/delta_fifo.go; 1.4 leaves out who
/// waits). Autoscalers that come again some time after their last pass do not fall behind: their passes are further apart.
/// </remarks>
internal sealed class TooManyAutoscalers : IClusterRule
{
    /// <summary>The scale, the pods, their metrics, the status.</summary>
    private const int CallsOfPass = 4;

    /// <summary>A status that has changed makes one more pass, about every second tick.</summary>
    private const double PassesAtTick = 1.5;

    public IEnumerable<Omission> Check(ClusterView view)
    {
        List<PlacedObject> scalers = [.. view.Objects.Where(placed => placed.Value is HorizontalPodAutoscaler)];
        if (view.Cluster.Version.Metrics == MetricsSource.MetricsServer) yield break;
        var manager = view.Cluster.ControllerManager;
        var (period, calls) = (manager.Autoscaling.SyncPeriod.TotalSeconds, scalers.Count * CallsOfPass);
        if (calls / manager.KubeApiQps <= period) yield break;
        var enough = Math.Ceiling(PassesAtTick * calls / period);
        yield return new Omission(
            Effect.ChangesDecisions, "HorizontalPodAutoscaler", "",
            $"looking at all {scalers.Count} autoscalers takes {calls} calls, {Human(calls / manager.KubeApiQps)} s at "
                + $"{Human(manager.KubeApiQps)} calls a second; they are due every {Human(period)} s, and {view.VersionWord} leaves "
                + "none out: each is looked at later and later, then many times in a row. "
                + $"controller-manager: {{ kube-api-qps: {Human(enough)} }} is enough",
            scalers[0].Place);
    }

    private static string Human(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
