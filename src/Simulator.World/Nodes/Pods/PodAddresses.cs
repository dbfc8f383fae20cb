using System.Globalization;

namespace Simulator.World.Nodes.Pods;

/// <summary>Addresses of 10.0.0.0/8: no two pods of a run share one.</summary>
internal sealed class PodAddresses
{
    private int _last;

    public string Next()
    {
        var number = ++_last;
        return string.Create(CultureInfo.InvariantCulture, $"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}");
    }
}
