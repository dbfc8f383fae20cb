using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>Requests to some services: through proxies or names, from outside or inside, in one or two steps.</summary>
internal static class DrawnTraffic
{
    public static IReadOnlyList<TrafficSpec> Draw(Dice dice, IReadOnlyList<WorkloadSpec> workloads, TimeSpan duration) =>
        [.. workloads.SelectMany(workload => workload.Objects).OfType<Service>().Where(_ => dice.Chance(0.4)).Select(service => To(
            dice, service, duration))];

    private static TrafficSpec To(Dice dice, Service service, TimeSpan duration) => new()
    {
        Namespace = service.Namespace,
        Services = [service.Name],
        Rate = dice.Chance(0.5)
            ? [new RateStep(TimeSpan.Zero, dice.Between(1, 1000))]
            : [new RateStep(TimeSpan.Zero, 0), new RateStep(duration / dice.Between(2, 5), dice.Between(1, 1000))],
        Through = dice.Of(TrafficWay.Proxy, TrafficWay.Dns),
        From = dice.Of(TrafficSource.Outside, TrafficSource.Inside),
        DnsTtl = dice.Seconds(1, 60),
    };
}
