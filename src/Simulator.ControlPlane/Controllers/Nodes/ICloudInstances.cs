namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>The cloud provider's list of machines.</summary>
public interface ICloudInstances
{
    bool Exists(string node);
}
