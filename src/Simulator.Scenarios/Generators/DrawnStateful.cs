using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>In half of the worlds: volumes and claims, up to two PetSets, and other workloads that use volumes too.</summary>
internal static class DrawnStateful
{
    public static IReadOnlyList<WorkloadSpec> Over(
        IReadOnlyList<WorkloadSpec> workloads, Dice dice, IReadOnlyList<string> zones, TimeSpan duration)
    {
        if (dice.Chance(0.4)) return workloads;
        var volumes = new DrawnVolumes(dice, zones);
        var pets = new DrawnPets(dice);
        var all = workloads.Select(workload => workload with
        {
            Objects = [.. workload.Objects.Select(value => dice.Chance(0.35) ? With(value, volumes) : value)],
        }).ToList();
        foreach (var value in volumes.Draw()) all.Add(new WorkloadSpec(At(), [value]));
        for (var i = dice.Between(0, 2); i > 0; i--) all.Add(new WorkloadSpec(At(), [.. pets.Draw($"s{i}")]));
        return all;

        TimeSpan At() => dice.Chance(0.3) ? dice.Seconds(1, (int)duration.TotalSeconds / 2) : TimeSpan.Zero;
    }

    private static ApiObject With(ApiObject value, DrawnVolumes volumes) => value switch
    {
        Pod pod => pod with { Spec = With(pod.Spec, volumes) },
        ReplicaController controller => controller with { Template = With(controller.Template, volumes) },
        Deployment deployment => deployment with { Template = With(deployment.Template, volumes) },
        DaemonSet set => set with { Template = With(set.Template, volumes) },
        Job job => job with { Template = With(job.Template, volumes) },
        PetSet set => set with { Template = With(set.Template, volumes) },
        _ => value,
    };

    private static PodTemplate With(PodTemplate template, DrawnVolumes volumes) => template with { Spec = With(template.Spec, volumes) };

    private static PodSpec With(PodSpec spec, DrawnVolumes volumes) => spec with { Volumes = [.. spec.Volumes, volumes.OfPod("drawn")] };
}
