using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>What volumes and claims have in common.</summary>
internal static class StorageReader
{
    private const string PolicyKey = "persistentVolumeReclaimPolicy";

    /// <summary>
    /// Retain where absent (SetDefaults_PersistentVolume). The API server takes any text, and only the controller will find that it means
    /// nothing.
    /// </summary>
    public static string ReadReclaimPolicy(this FieldReader fields)
    {
        var policy = fields.Text(PolicyKey) is { Length: > 0 } text ? text : "Retain";
        if (fields.Context.Validates && policy is not ("Retain" or "Recycle" or "Delete")) Remark(fields, policy);
        return policy;
    }

    private static void Remark(FieldReader fields, string policy) =>
        fields.Optional(PolicyKey)?.Remark(
            $"'{Wording.Shortened(policy)}' is no policy (Retain, Recycle, Delete are): the volume will fail when its claim is gone");

    public static ResourceList ReadAmounts(this FieldReader fields, string key) => fields.Optional(key)?.Amounts() ?? ResourceList.Empty;
}
