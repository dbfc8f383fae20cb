using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Admission;

/// <summary>What pods rank, by the class that they name or the default one (plugin/pkg/admission/priority of 1.20).</summary>
public static class PriorityRule
{
    public const string Preempts = "PreemptLowerPriority";

    private static readonly PriorityClass None = new() { PreemptionPolicy = Preempts };

    /// <summary>Why a pod is refused; null if its spec agrees with its class.</summary>
    /// <param name="named">The class that it names, or the default one; null if there is none.</param>
    public static string? Problem(PodSpec spec, PriorityClass? named)
    {
        var placement = spec.Placement ?? PodPlacement.None;
        if (named is null && placement.PriorityClassName.Length > 0)
        {
            return $"no PriorityClass with name {placement.PriorityClassName} was found";
        }

        var (value, policy) = (named?.Value ?? 0, PolicyOf(named ?? None));
        if (placement.Priority is { } given && given != value)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"the integer value of priority ({given}) must not be provided in pod spec; priority admission controller computed {value} "
                    + $"from the given PriorityClass name");
        }

        return placement.PreemptionPolicy is { Length: > 0 } wanted && wanted != policy
            ? $"the string value of PreemptionPolicy ({wanted}) must not be provided in pod spec; priority admission controller computed "
                + $"{policy} from the given PriorityClass name"
            : null;
    }

    /// <summary>With rank and manners of its class filled in.</summary>
    public static PodSpec Apply(PodSpec spec, PriorityClass? named) => spec with
    {
        Placement = (spec.Placement ?? PodPlacement.None) with
        {
            PriorityClassName = named?.Name ?? "",
            Priority = named?.Value ?? 0,
            PreemptionPolicy = PolicyOf(named ?? None),
        },
    };

    /// <summary>One class may be the default.</summary>
    /// <param name="others">Those that are there.</param>
    public static AdmissionVerdict Judge(PriorityClass value, IEnumerable<PriorityClass> others) =>
        value.IsGlobalDefault && PriorityClasses.DefaultOf(others.Where(other => other.Name != value.Name)) is { } first
            ? new AdmissionVerdict(
                ApiResult.Forbidden, value,
                $"priorityclasses.scheduling.k8s.io \"{value.Name}\" is forbidden: PriorityClass {first.Name} is already marked as "
                    + "default. "
                    + "Only one default can exist")
            : AdmissionVerdict.Admit(value);

    private static string PolicyOf(PriorityClass named) => named.PreemptionPolicy.Length > 0 ? named.PreemptionPolicy : Preempts;
}
