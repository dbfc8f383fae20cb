namespace Simulator.Api;

/// <summary>What volumes and claims have in common.</summary>
internal static class StorageReader
{
    /// <summary>Retain where absent (SetDefaults_PersistentVolume).</summary>
    public static string ReadReclaimPolicy(this FieldReader fields) =>
        fields.Text("persistentVolumeReclaimPolicy") is { Length: > 0 } policy ? policy : "Retain";

    public static ResourceList ReadAmounts(this FieldReader fields, string key) => fields.Optional(key)?.Amounts() ?? ResourceList.Empty;
}
