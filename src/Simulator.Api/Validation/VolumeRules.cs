using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// The volumes of a pod (validateVolumes, ValidateReadOnlyPersistentDisks in pkg/api/validation/validation.go of 1.3.10).
/// </summary>
internal static class VolumeRules
{
    /// <returns>The names of those that have nothing wrong with them: only these can be mounted.</returns>
    public static IReadOnlySet<string> Check(IReadOnlyList<Volume> volumes, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < volumes.Count; i++)
        {
            var before = errors.Count;
            if (volumes[i].Details is { } sources) VolumeSources.Check(sources, VolumeSources.All, path.Index(i), errors);
            CheckName(volumes[i].Name, names, path.Index(i).Child("name"), errors);
            if (errors.Count == before) names.Add(volumes[i].Name);
        }

        return names;
    }

    /// <summary>A disk of GCE cannot be written to by several machines.</summary>
    public static void RefuseSharedWriting(PodTemplate template, FieldPath path, FieldErrors errors)
    {
        var volumes = template.Spec.Volumes;
        for (var i = 0; i < volumes.Count; i++)
        {
            if (volumes[i].GcePersistentDisk is not { ReadOnly: false }) continue;
            var flag = path.Child("spec").Child("volumes").Index(i).Child("gcePersistentDisk").Child("readOnly");
            errors.InvalidJson(
                flag, JsonText.Of(false),
                "must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only");
        }
    }

    private static void CheckName(string name, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
            return;
        }

        var messages = TextRules.Dns1123Label(name);
        errors.InvalidEach(path, name, messages);
        if (messages.Count == 0 && names.Contains(name)) errors.Duplicate(path, name);
    }
}
