using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Rates that the pods behind a service cannot serve, however many an autoscaler may make.</summary>
internal sealed class TooMuchTraffic : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var (traffic, place) in view.Cluster.Traffic.Zip(view.TrafficPlaces))
        {
            var peak = PeakOf(traffic);
            foreach (var service in view.Objects.Select(placed => placed.Value).OfType<Service>().Where(traffic.Addresses))
            {
                if (CapacityOf(service, view) is not { } capacity || capacity.PerSecond >= peak) continue;
                yield return new Omission(
                    Effect.ChangesDecisions, "traffic entry", "rate",
                    $"{HumanRate(peak)} requests a second at the peak are more than the {capacity.Pods} "
                        + $"{(capacity.Pods == 1 ? "pod" : "pods")} behind "
                        + $"{service.Name} can ever serve ({HumanRate(capacity.PerSecond)} a second): what is too much waits, fails or "
                        + "comes "
                        + "again",
                    FieldPlace.Of(place, "rate") ?? place, place);
            }
        }
    }

    /// <summary>Noise left out.</summary>
    private static double PeakOf(TrafficSpec traffic) =>
        traffic.Rate.Max(step => step.PerSecond) * (1 + (traffic.Daily?.Amplitude ?? 0))
            * traffic.Crowds.Select(crowd => crowd.Factor).Append(1).Max();

    /// <summary>Null if a pod of it serves any rate, or there is none.</summary>
    private static (int Pods, double PerSecond)? CapacityOf(Service service, ClusterView view)
    {
        var (pods, sum) = (0, 0.0);
        if (service.Selector is not { } selector) return null;
        foreach (var use in SelectedPods.Of(selector, service.Namespace, view))
        {
            if (LoadOf(use, view) is not { Serves: true } load) return null;
            var count = MostOf(use.Owner, view);
            pods += count;
            sum += count * load.CapacityWith(PodCpu.LimitOf(use.Spec));
        }

        return pods == 0 ? null : (pods, sum);
    }

    private static LoadSpec? LoadOf(PodUse use, ClusterView view) => view.Cluster.Applications
        .FirstOrDefault(application => application.Namespace == use.Namespace && application.Selector.IsSubsetOf(use.Labels))?.Load;

    /// <summary>What an autoscaler may make of it counts; a daemon is on each node.</summary>
    private static int MostOf(ApiObject owner, ClusterView view)
    {
        var scalers = view.Objects.Select(placed => placed.Value).OfType<HorizontalPodAutoscaler>()
            .Where(scaler => scaler.TargetKind == owner.Kind && scaler.Target == owner.Key)
            .Select(scaler => scaler.MaxReplicas);
        var replicas = owner is DaemonSet ? view.Nodes.Count : Scale.Of(owner)?.Replicas ?? 1;
        return Math.Max(replicas, scalers.DefaultIfEmpty(0).Max());
    }

    private static string HumanRate(double perSecond) => perSecond.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture);
}
