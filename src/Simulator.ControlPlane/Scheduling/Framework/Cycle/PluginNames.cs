namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Names under which profiles and messages know the plug-ins.</summary>
public static class PluginNames
{
    public const string PrioritySort = "PrioritySort";
    public const string NodeUnschedulable = "NodeUnschedulable";
    public const string NodeName = "NodeName";
    public const string TaintToleration = "TaintToleration";
    public const string NodeAffinity = "NodeAffinity";
    public const string NodePorts = "NodePorts";
    public const string NodeResourcesFit = "NodeResourcesFit";
    public const string VolumeRestrictions = "VolumeRestrictions";
    public const string EbsLimits = "EBSLimits";
    public const string GcePdLimits = "GCEPDLimits";
    public const string NodeVolumeLimits = "NodeVolumeLimits";
    public const string AzureDiskLimits = "AzureDiskLimits";
    public const string VolumeBinding = "VolumeBinding";
    public const string VolumeZone = "VolumeZone";
    public const string PodTopologySpread = "PodTopologySpread";
    public const string InterPodAffinity = "InterPodAffinity";
    public const string NodeLabel = "NodeLabel";
    public const string DefaultPreemption = "DefaultPreemption";
    public const string SelectorSpread = "SelectorSpread";
    public const string NodeResourcesLeastAllocated = "NodeResourcesLeastAllocated";
    public const string NodeResourcesMostAllocated = "NodeResourcesMostAllocated";
    public const string NodeResourcesBalancedAllocation = "NodeResourcesBalancedAllocation";
    public const string RequestedToCapacityRatio = "RequestedToCapacityRatio";
    public const string ImageLocality = "ImageLocality";
    public const string NodePreferAvoidPods = "NodePreferAvoidPods";
    public const string DefaultBinder = "DefaultBinder";
}
