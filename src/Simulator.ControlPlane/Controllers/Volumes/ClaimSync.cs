using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>One sync of a claim: bound, waited for, given up, or a volume is made for it.</summary>
internal sealed class ClaimSync(VolumeContext context)
{
    private readonly VolumeProvisioning _provisioning = new(context);

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!context.Claims.TryGetValue(key, out var claim)) yield break;
        context.UnsettledClaims.Add(key);
        var plan = context.Options.Matching == VolumeMatching.ByClass
            ? ClassPlans.For(claim, context.Volumes, context.Classes, context.Order)
            : ClaimPlan.For(claim, context.Volumes, context.Order);
        var steps = plan switch
        {
            ClaimPlan.Bind bind => Bind(bind.Volume, claim),
            ClaimPlan.Lose lose => Lose(claim, lose),
            ClaimPlan.Wait wait => Await(claim, wait.Why),
            _ => Provision(claim),
        };
        foreach (var step in steps) yield return step;
    }

    /// <summary>Up to four writes, one after the other.</summary>
    private IEnumerable<Wait> Bind(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        while (VolumeBinding.NextWrite(volume, claim) is { } request)
        {
            var write = new Call(request);
            yield return write;
            if (!context.Took(write.Response)) yield break;
            if (write.Response.Object is PersistentVolume stored) volume = stored;
            else claim = (PersistentVolumeClaim)write.Response.Object!;
        }

        Settle(claim);
    }

    private IEnumerable<Wait> Lose(PersistentVolumeClaim claim, ClaimPlan.Lose plan)
    {
        if (claim.Phase != ClaimPhase.Lost)
        {
            var write = new Call(new UpdateStatusRequest(claim with { Phase = ClaimPhase.Lost }));
            yield return write;
            if (!context.Took(write.Response)) yield break;
            context.Tell(claim, plan.Reason, plan.Message);
        }

        Settle(claim);
    }

    private IEnumerable<Wait> Await(PersistentVolumeClaim claim, string why)
    {
        context.Note(claim.Key, why);
        if (claim.Phase == ClaimPhase.Pending) yield break;
        var write = new Call(new UpdateStatusRequest(claim with { Phase = ClaimPhase.Pending }));
        yield return write;
        context.Took(write.Response);
    }

    private IEnumerable<Wait> Provision(PersistentVolumeClaim claim)
    {
        _provisioning.Start(claim);
        yield break;
    }

    private void Settle(PersistentVolumeClaim claim)
    {
        context.UnsettledClaims.Remove(claim.Key);
        context.ForgetNotes(claim.Key);
    }
}
