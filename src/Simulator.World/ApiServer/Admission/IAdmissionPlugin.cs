using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World.ApiServer.Admission;

/// <summary>
/// One step of what the API server does before it stores a new object; the rules are in Simulator.ControlPlane/Admission.
/// </summary>
internal interface IAdmissionPlugin
{
    AdmissionVerdict Review(ApiObject value);
}
