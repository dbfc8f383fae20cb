namespace Simulator.Serve.Resources.Fields;

/// <summary>A struct of the API with its fields in their order.</summary>
/// <param name="name">With its group: <c>v1.Pod</c>, <c>extensions.Deployment</c>.</param>
public sealed class StructType(string name)
{
    private readonly List<Field> _fields = [];
    private readonly Dictionary<string, Field> _byName = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public IReadOnlyList<Field> Fields => _fields;

    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    internal void Add(Field field)
    {
        _fields.Add(field);
        _byName[field.Name] = field;
    }
}
