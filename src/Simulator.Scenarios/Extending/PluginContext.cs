using System.Reflection;
using System.Runtime.Loader;

namespace Simulator.Scenarios.Extending;

/// <summary>
/// Where a plug-in's assemblies live: its own libraries beside it are its own, those of this program are shared, so that both speak of the
/// same pods.
/// </summary>
internal sealed class PluginContext(string path) : AssemblyLoadContext($"plug-in {Path.GetFileName(path)}")
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (IsShared(assemblyName)) return null;
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
    }

    private static bool IsShared(AssemblyName name) => name.Name is "Simulator.Api" or "Simulator.Plugins";
}
