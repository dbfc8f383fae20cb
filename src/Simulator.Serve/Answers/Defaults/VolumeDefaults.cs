using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>Volumes, persistent ones and claims.</summary>
internal static class VolumeDefaults
{
    /// <summary>A volume without a source is an empty directory.</summary>
    public static void OfVolume(JsonObject volume)
    {
        if (volume.All(pair => pair.Key == "name")) volume["emptyDir"] = new JsonObject();
    }

    public static void OfIscsi(JsonObject source) => source.Default("iscsiInterface", "default");

    public static void OfRbd(JsonObject source)
    {
        source.Default("pool", "rbd");
        source.Default("user", "admin");
        source.Default("keyring", "/etc/ceph/keyring");
    }

    public static void OfPersistentVolume(JsonObject volume)
    {
        volume.Child("status").Default("phase", "Pending");
        volume.Child("spec").Default("persistentVolumeReclaimPolicy", "Retain");
    }

    public static void OfClaim(JsonObject claim) => claim.Child("status").Default("phase", "Pending");
}
