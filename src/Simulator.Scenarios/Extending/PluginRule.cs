using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Simulator.Scenarios.Extending;

/// <summary>A rule of a plug-in.</summary>
/// <param name="Name">As policies ask for it.</param>
/// <param name="File">As it was given.</param>
/// <param name="Version">Of its assembly.</param>
public sealed record PluginRule(string Name, string File, string Version, Type Type)
{
    /// <summary>As results name it.</summary>
    public string Title => $"{Name} {Version}";

    /// <summary>As sentences about what it did name it.</summary>
    internal string Subject => $"the plug-in {Name} ({File}, {Version})";

    public bool Is<T>() => typeof(T).IsAssignableFrom(Type);

    /// <exception cref="ArgumentException">It does not take these settings; the message says why.</exception>
    /// <exception cref="PluginFailedException">It cannot be made.</exception>
    internal object Make(IReadOnlyDictionary<string, string> settings)
    {
        var taking = Type.GetConstructor([typeof(IReadOnlyDictionary<string, string>)]);
        if (taking is null && settings.Count > 0) throw new ArgumentException("it takes no settings");
        try
        {
            return taking?.Invoke([settings]) ?? Activator.CreateInstance(Type)!;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is ArgumentException refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
            throw;
        }
        catch (Exception failure)
        {
            var cause = (failure as TargetInvocationException)?.InnerException ?? failure;
            throw new PluginFailedException($"{Subject} cannot be made: {PluginGuard.Told(cause)}", cause);
        }
    }
}
