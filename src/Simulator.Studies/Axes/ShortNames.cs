using Simulator.World.Specification;

namespace Simulator.Studies.Axes;

/// <summary>Settings in few words.</summary>
public static class ShortNames
{
    /// <summary>
    /// With the last steps of the paths only, if they tell them apart: <c>count=20, start=empty</c>; "" without settings.
    /// </summary>
    /// <param name="between">What stands between a name and its value.</param>
    public static string Of(IReadOnlyList<Setting> settings, string between = "=")
    {
        var names = settings.Select(setting => Of(setting.Path)).ToList();
        return names.Distinct(StringComparer.Ordinal).Count() < names.Count
            ? string.Join(", ", settings)
            : string.Join(", ", settings.Zip(names, (setting, name) => $"{name}{between}{setting.Value}"));
    }

    /// <summary>The last step of a path: <c>count</c>.</summary>
    public static string Of(string path) => path[(path.LastIndexOf('.') + 1)..];
}
