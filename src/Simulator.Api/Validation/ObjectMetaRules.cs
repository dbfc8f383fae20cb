using System.Text;

namespace Simulator.Api.Validation;

/// <summary>metadata of any object (ValidateObjectMeta, ValidateObjectMetaUpdate in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ObjectMetaRules
{
    private const int AnnotationBytesMax = 256 << 10;

    private static readonly FieldPath Labels = FieldPath.Metadata.Child("labels");

    private static readonly FieldPath Annotations = FieldPath.Metadata.Child("annotations");

    private static readonly FieldPath GenerateName = FieldPath.Metadata.Child("generateName");

    private static readonly FieldPath Name = FieldPath.Metadata.Child("name");

    private static readonly FieldPath NamespacePath = FieldPath.Metadata.Child("namespace");

    private static readonly FieldPath Generation = FieldPath.Metadata.Child("generation");

    /// <param name="nameRule">The sentences about a name that will not do.</param>
    public static void Check(ApiObject value, Scope scope, Func<string, IReadOnlyList<string>> nameRule, FieldErrors errors)
    {
        var meta = value.Metadata;
        if (meta.GenerateName.Length > 0)
            errors.InvalidEach(GenerateName, meta.GenerateName, nameRule(Masked(meta.GenerateName)));
        if (meta.Name.Length == 0) errors.Required(Name, "name or generateName is required");
        else errors.InvalidEach(Name, meta.Name, nameRule(meta.Name));
        if (scope == Scope.Namespaced) CheckNamespace(meta.Namespace, errors);
        errors.Negative(Generation, meta.Generation);
        CheckFree(meta, errors);
        foreach (var finalizer in meta.Finalizers ?? []) CheckFinalizer(finalizer, FieldPath.Metadata.Child("finalizers"), errors);
    }

    /// <summary>Names and times are the stored object's own: what differs there does not come this far.</summary>
    public static void CheckUpdate(ApiObject wanted, FieldErrors errors) => CheckFree(wanted.Metadata, errors);

    public static void CheckLabels(LabelSet labels, FieldPath path, FieldErrors errors)
    {
        foreach (var (key, value) in labels.Pairs)
        {
            errors.InvalidEach(path, key, TextRules.QualifiedName(key));
            errors.InvalidEach(path, value, TextRules.LabelValue(value));
        }
    }

    public static void CheckAnnotations(LabelSet annotations, FieldPath path, FieldErrors errors)
    {
        var bytes = 0L;
        foreach (var (key, value) in annotations.Pairs)
        {
            errors.InvalidEach(path, key, TextRules.QualifiedName(key.ToLowerInvariant()));
            bytes += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
        }

        if (bytes > AnnotationBytesMax) errors.TooLong(path, AnnotationBytesMax);
    }

    public static void CheckFinalizer(string name, FieldPath path, FieldErrors errors)
    {
        var messages = TextRules.QualifiedName(name);
        errors.InvalidEach(path, name, messages);
        var isStandard = name is Namespace.Finalizer or "orphan" || name.Contains('/');
        if (messages.Count == 0 && !isStandard)
            errors.Invalid(path, name, "name is neither a standard finalizer name nor is it fully qualified");
    }

    private static void CheckNamespace(string name, FieldErrors errors)
    {
        if (name.Length == 0) errors.Required(NamespacePath);
        else errors.InvalidEach(NamespacePath, name, TextRules.Dns1123Label(name));
    }

    private static void CheckFree(ObjectMeta meta, FieldErrors errors)
    {
        CheckLabels(meta.Labels, Labels, errors);
        CheckAnnotations(meta.Annotations, Annotations, errors);
        if (meta.OwnerReferences is { } owners) OwnerReferenceRules.Check(owners, errors);
    }

    /// <summary>A prefix may end in a dash, which then stands for a letter, as does the letter before it (maskTrailingDash).</summary>
    private static string Masked(string prefix) => prefix.EndsWith('-') ? prefix[..Math.Max(0, prefix.Length - 2)] + "a" : prefix;
}
