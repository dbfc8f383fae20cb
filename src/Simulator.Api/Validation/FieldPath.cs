using System.Globalization;
using System.Text;

namespace Simulator.Api.Validation;

/// <summary>
/// Where a field stands, in the API server's words: <c>spec.containers[0].resources.limits[cpu]</c> (pkg/util/validation/field/path.go of
/// 1.3.10).
/// </summary>
public sealed class FieldPath
{
    public static readonly FieldPath Metadata = new(null, "metadata", FieldStep.Name);

    public static readonly FieldPath Spec = new(null, "spec", FieldStep.Name);

    private FieldPath(FieldPath? parent, string text, FieldStep step) => (Parent, Text, Step) = (parent, text, step);

    /// <summary>Null for the first step.</summary>
    public FieldPath? Parent { get; }

    /// <summary>Name, index or key.</summary>
    public string Text { get; }

    public FieldStep Step { get; }

    public static FieldPath Root(string name) => new(null, name, FieldStep.Name);

    public FieldPath Child(string name) => new(this, name, FieldStep.Name);

    public FieldPath Index(int index) => new(this, index.ToString(CultureInfo.InvariantCulture), FieldStep.Index);

    public FieldPath Key(string key) => new(this, key, FieldStep.Key);

    /// <summary>The same steps below another path.</summary>
    public FieldPath Below(FieldPath root) => new(Parent is null ? root : Parent.Below(root), Text, Step);

    /// <summary>The same steps without the first one; null: there was only one.</summary>
    public FieldPath? WithoutRoot() => Parent is null ? null : new(Parent.WithoutRoot(), Text, Step);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        Parent?.Write(text);
        if (Step != FieldStep.Name) text.Append('[').Append(Text).Append(']');
        else text.Append(Parent is null ? "" : ".").Append(Text);
    }
}

public enum FieldStep
{
    /// <summary><c>.name</c></summary>
    Name,

    /// <summary><c>[0]</c> of a list.</summary>
    Index,

    /// <summary><c>[key]</c> of a map.</summary>
    Key,
}
