using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// Claims that nothing in the workloads satisfies: each is told, because its pods will wait. An operation may still bring a volume.
/// </summary>
internal sealed class ClaimCheck
{
    private readonly SortedDictionary<string, PersistentVolume> _volumes = new(StringComparer.Ordinal);

    private readonly SortedDictionary<ObjectKey, (PersistentVolumeClaim Claim, SourceNode Place)> _claims = [];

    private readonly List<(PetSet Set, SourceNode Place)> _sets = [];

    /// <param name="place">Where it stands.</param>
    public void Take(ApiObject value, SourceNode place)
    {
        if (value is PersistentVolume volume) _volumes[volume.Name] = volume;
        else if (value is PersistentVolumeClaim claim) _claims[claim.Key] = (claim, place);
        else if (value is PetSet set) _sets.Add((set, place));
    }

    /// <summary>
    /// As the controller would bind them, in the order of their names, each volume once. To be asked when the pods have been counted: each
    /// pet has claims of its own.
    /// </summary>
    public void TellTo(Diagnostics diagnostics, ControllerManagerOptions flags)
    {
        if (diagnostics.HasErrors) return;
        foreach (var (set, place) in _sets) TakeTemplates(set, place);
        var problems = _claims.Values.Select(entry => (entry.Claim.Key, entry.Place, What: ProblemOf(entry.Claim, flags)))
            .Where(problem => problem.What is not null);
        foreach (var alike in problems.GroupBy(problem => (problem.Place, problem.What)))
        {
            var (first, others) = (alike.First().Key, alike.Count() - 1);
            diagnostics.Remark(
                alike.Key.Place,
                others == 0
                    ? $"claim {first}: {alike.Key.What}: it stays Pending"
                    : $"claim {first} and {others:N0} more: {alike.Key.What}: they stay Pending");
        }
    }

    /// <summary>Null if the claim is bound then, or a volume is made for it.</summary>
    private string? ProblemOf(PersistentVolumeClaim claim, ControllerManagerOptions flags)
    {
        var plan = ClaimPlan.For(claim, _volumes, NameOrder.Instance);
        if (plan is ClaimPlan.Bind bind) _volumes[bind.Volume.Name] = bind.Volume with { ClaimRef = VolumeBinding.ReferenceTo(claim) };
        return Problem(plan, flags);
    }

    private static string? Problem(ClaimPlan plan, ControllerManagerOptions flags) => plan switch
    {
        ClaimPlan.Wait wait => wait.Why,
        ClaimPlan.Provision when !flags.CloudProvider =>
            "it asks for a volume to be made, and no cloud is configured to make one (controller-manager: cloud-provider)",
        _ => null,
    };

    /// <summary>Claims that are there already are taken as they are.</summary>
    private void TakeTemplates(PetSet set, SourceNode place)
    {
        foreach (var claim in PetIdentity.AllOf(set).SelectMany(pet => pet.Claims)) _claims.TryAdd(claim.Key, (claim, place));
    }
}
