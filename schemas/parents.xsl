<?xml version="1.0" encoding="UTF-8"?>
<!-- parents.xsl - which page of a document is above another: the path of the last page before it
     in its breadcrumb that has a shorter one itself; without a breadcrumb, of the nearest page
     without one whose address its own continues, be that /a/b, /a/b/ or /a/b.html to /a/b/c. So
     no page comes to be above itself. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:siteglean:page:1" exclude-result-prefixes="p">

<xsl:key name="at" match="p:page" use="@path"/>
<xsl:key name="addressed" match="p:page[not(p:nav[@kind = 'breadcrumb'])]" use="@url"/>

<xsl:template match="p:page" mode="parent">
  <xsl:variable name="trail" select="p:nav[@kind = 'breadcrumb'][1]//p:item"/>
  <xsl:choose>
    <xsl:when test="$trail">
      <xsl:value-of select="($trail[@target != current()/@path and key('at', @target)
          and count(key('at', @target)/p:nav[@kind = 'breadcrumb'][1]//p:item)
              &lt; count($trail)]/@target)[last()]"/>
    </xsl:when>
    <xsl:when test="@url">
      <xsl:call-template name="address-above">
        <xsl:with-param name="url" select="substring-before(concat(@url, '?'), '?')"/>
      </xsl:call-template>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<!-- What stands before the last slash of s. -->
<xsl:template name="before-slash">
  <xsl:param name="s"/>
  <xsl:value-of select="substring-before($s, '/')"/>
  <xsl:if test="contains(substring-after($s, '/'), '/')">
    <xsl:text>/</xsl:text>
    <xsl:call-template name="before-slash">
      <xsl:with-param name="s" select="substring-after($s, '/')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="address-above">
  <xsl:param name="url"/>
  <xsl:variable name="above">
    <xsl:call-template name="before-slash">
      <xsl:with-param name="s" select="$url"/>
    </xsl:call-template>
  </xsl:variable>
  <!-- Not beyond the host, behind the second slash. -->
  <xsl:if test="substring-after($above, '://') != ''">
    <xsl:variable name="page" select="(key('addressed', $above)
        | key('addressed', concat($above, '/')) | key('addressed', concat($above, '.html'))
        | key('addressed', concat($above, '/index.html')))
        [generate-id() != generate-id(current())][1]"/>
    <xsl:choose>
      <xsl:when test="$page"><xsl:value-of select="$page/@path"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="address-above">
          <xsl:with-param name="url" select="$above"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
