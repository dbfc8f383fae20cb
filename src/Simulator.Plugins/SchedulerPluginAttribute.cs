namespace Simulator.Plugins;

/// <summary>
/// Gives a rule the name under which a policy or a scenario asks for it. The class is public and has a constructor without parameters, or
/// one that takes its settings (<c>IReadOnlyDictionary&lt;string, string&gt;</c>) and throws an <see cref="ArgumentException"/> whose
/// message says what is wrong with them.
/// </summary>
/// <param name="name">Two or more letters, digits and '-', beginning and ending with a letter or digit.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SchedulerPluginAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
