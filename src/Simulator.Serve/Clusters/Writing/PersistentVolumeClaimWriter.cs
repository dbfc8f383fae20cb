using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 PersistentVolumeClaim, alone and as a template in a PetSet.</summary>
internal static class PersistentVolumeClaimWriter
{
    public static JsonObject Write(PersistentVolumeClaim claim, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(claim.Metadata, setting),
        ["spec"] = new JsonObject()
            .Texts("accessModes", claim.AccessModes)
            .Node("selector", SelectorWriter.Write(claim.Selector))
            .Set("resources", new JsonObject().Amounts("requests", claim.Requests))
            .Text("volumeName", claim.VolumeName),
        ["status"] = WriteStatus(claim, setting),
    };

    private static JsonObject WriteStatus(PersistentVolumeClaim claim, Setting setting)
    {
        var status = new JsonObject { ["phase"] = claim.Phase.ToString() };
        if (claim.Phase != ClaimPhase.Bound) return status;
        var bound = setting.Store.Find<PersistentVolume>("PersistentVolume", new ObjectKey("", claim.VolumeName));
        return status.Texts("accessModes", bound?.AccessModes ?? claim.AccessModes).Amounts("capacity", bound?.Capacity ?? claim.Requests);
    }
}
