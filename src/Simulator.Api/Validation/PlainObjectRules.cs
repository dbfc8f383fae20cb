namespace Simulator.Api.Validation;

/// <summary>The rules that hold for every kind (ValidateObjectMeta in pkg/api/validation/validation.go of 1.3.10).</summary>
public static class PlainObjectRules
{
    public static IReadOnlyList<FieldError> OnCreate(PlainObject value, ObjectNameForm form)
    {
        var errors = new FieldErrors();
        var scope = value.IsNamespaced ? Scope.Namespaced : Scope.Cluster;
        ObjectMetaRules.Check(
            value, scope, form == ObjectNameForm.PathSegment ? TextRules.PathSegment : TextRules.Dns1123Subdomain, errors);
        return errors.All;
    }

    public static IReadOnlyList<FieldError> OnUpdate(PlainObject value)
    {
        var errors = new FieldErrors();
        ObjectMetaRules.CheckUpdate(value, errors);
        return errors.All;
    }

    /// <summary>One field that is judged outside these rules.</summary>
    public static IReadOnlyList<FieldError> Required(FieldPath path, string detail)
    {
        var errors = new FieldErrors();
        errors.Required(path, detail);
        return errors.All;
    }
}

/// <summary>What names of a kind look like.</summary>
public enum ObjectNameForm
{
    Subdomain,

    /// <summary>Anything without slashes and percent signs: roles.</summary>
    PathSegment,
}
